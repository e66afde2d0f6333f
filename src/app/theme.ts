/** Runs in the head of every page, before anything is seen: light or dark as the reader chose, and the switch for it. */

const KEY = "skein-theme";
const NEXT: Record<string, string> = { auto: "light", light: "dark", dark: "auto" };
/** What the switch says, from the element of this script: no other words are there so early. */
const words = document.currentScript?.dataset ?? {};

function stored(): string {
  try {
    const theme = localStorage.getItem(KEY) ?? "";
    return NEXT[theme] === undefined ? "auto" : theme;
  } catch {
    return "auto";
  }
}

function apply(theme: string): void {
  if (theme === "auto") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.dataset.theme = theme;
}

apply(stored());
// What only works with a script has its room from the first, so that nothing moves when it comes.
document.documentElement.classList.add("js");

addEventListener("DOMContentLoaded", () => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "theme-switch";
  const say = (theme: string) => {
    button.textContent = words[theme] ?? "";
    button.setAttribute("aria-label", words[`${theme}Label`] ?? "");
  };
  say(stored());
  button.addEventListener("click", () => {
    const theme = NEXT[stored()] ?? "auto";
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Without storage the choice holds for this page.
    }
    apply(theme);
    say(theme);
  });
  document.querySelector(".banner")?.append(button);
});
