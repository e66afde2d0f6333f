/** The drawing as the map, where the browser has no WebGL or has lost it: the same selection, filters and camera. */
import { type MapExtent, mapExtent } from "../../shared/map.ts";
import type { NetworkClaim, NetworkEntity } from "../../shared/network.ts";
import type { Model } from "../model.ts";
import type { Covered, MapCamera, View, ViewEvents } from "./view.ts";

const CLOSEST = 300;

/** Takes over the drawing that the page was delivered with. */
export function createPictureView(picture: SVGSVGElement, model: Model, events: ViewEvents): View {
  const extent = mapExtent(model.network.entities);
  const whole = picture.getAttribute("viewBox") ?? "";
  const marks = [...picture.querySelectorAll<SVGAElement>("a[data-id]")].map((element) => {
    const id = element.dataset.id ?? "";
    return { element, id, record: model.entity(id) ?? model.claim(id) };
  });
  const idOf = (event: Event) => (event.target as Element).closest<SVGAElement>("a[data-id]")?.dataset.id;
  const onClick = (event: Event) => {
    event.preventDefault();
    events.onPick(idOf(event));
  };
  const onOver = (event: Event) => events.onHover(idOf(event));
  picture.addEventListener("click", onClick);
  picture.addEventListener("pointerover", onOver);
  let box = extent;

  function look(next: MapExtent): void {
    box = next;
    const size = [next.left, next.top, next.right - next.left, next.bottom - next.top];
    picture.setAttribute("viewBox", size.map(Math.round).join(" "));
  }

  const camera = (): MapCamera => ({
    x: (box.left + box.right) / 2,
    y: (box.top + box.bottom) / 2,
    width: box.right - box.left,
  });

  function grown(factor: number): MapExtent {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const [width, height] = [(box.right - box.left) * factor, (box.bottom - box.top) * factor];
    return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
  }

  return {
    show({ shown, lit }) {
      for (const { element, record } of marks) {
        const isShown = has(shown.entities, shown.claims, record);
        element.classList.toggle("is-hidden", !isShown);
        element.classList.toggle("is-faded", lit !== undefined && !has(lit.entities, lit.claims, record));
        element.classList.toggle("is-strong", record !== undefined && (lit?.strong.has(record) ?? false));
      }
      picture.classList.toggle("is-lit", lit !== undefined);
    },
    flyTo(entities, covered) {
      look(uncovered(atLeast(mapExtent([...entities]), CLOSEST), covered, picture));
    },
    place({ x, y, width }) {
      const height = (width * picture.clientHeight) / Math.max(1, picture.clientWidth);
      look({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 });
    },
    camera,
    zoom: (direction) => look(grown(direction === "in" ? 1 / 1.6 : 1.6)),
    showAll: (covered) => look(uncovered(extent, covered, picture)),
    remove() {
      picture.removeEventListener("click", onClick);
      picture.removeEventListener("pointerover", onOver);
      picture.setAttribute("viewBox", whole);
      for (const { element } of marks) element.classList.remove("is-hidden", "is-faded", "is-strong");
      picture.classList.remove("is-lit");
    },
  };
}

function has(
  entities: ReadonlySet<NetworkEntity>,
  claims: ReadonlySet<NetworkClaim>,
  record: NetworkEntity | NetworkClaim | undefined,
): boolean {
  return entities.has(record as NetworkEntity) || claims.has(record as NetworkClaim);
}

function atLeast(box: MapExtent, size: number): MapExtent {
  const wider = Math.max(0, size - (box.right - box.left)) / 2;
  const taller = Math.max(0, size - (box.bottom - box.top)) / 2;
  return {
    left: box.left - wider,
    right: box.right + wider,
    top: box.top - taller,
    bottom: box.bottom + taller,
  };
}

/** The box with room on the sides where something lies over the map. */
function uncovered(
  box: MapExtent,
  { right, bottom }: Covered,
  { clientWidth, clientHeight }: Element,
): MapExtent {
  const [wide, high] = [Math.max(1, clientWidth - right), Math.max(1, clientHeight - bottom)];
  return {
    ...box,
    right: box.right + ((box.right - box.left) * right) / wide,
    bottom: box.bottom + ((box.bottom - box.top) * bottom) / high,
  };
}
