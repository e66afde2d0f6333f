/** Runs in every page that `skein dev` serves: reloads it when the site is new, and shows what keeps it from being so. */

const OVERLAY = "skein-dev-problems";

function hideProblems(): void {
  document.getElementById(OVERLAY)?.remove();
}

function showProblems(text: string): void {
  hideProblems();
  const overlay = document.createElement("dialog");
  overlay.id = OVERLAY;
  overlay.setAttribute("aria-label", "Problems in the content");
  const heading = document.createElement("h2");
  heading.textContent = "The content has errors; this is the last good site";
  const list = document.createElement("pre");
  list.textContent = text;
  const close = document.createElement("button");
  close.textContent = "Close";
  close.addEventListener("click", hideProblems);
  overlay.append(heading, list, close);
  document.body.append(overlay);
  overlay.showModal();
}

new EventSource("/skein-dev/events").addEventListener("message", ({ data }) => {
  const event = JSON.parse(data);
  if (event.type === "reload") location.reload();
  else showProblems(event.text);
});
