/** The map, whatever draws it: it is told what to show, and tells what the reader does; it decides nothing itself. */
import type { NetworkEntity } from "../../shared/network.ts";
import type { Viewpoint } from "../../shared/viewpoint.ts";
import type { Lit } from "../lit.ts";
import type { Shown } from "../shown.ts";

export interface Scene {
  readonly shown: Shown;
  readonly lit: Lit | undefined;
  readonly color: Viewpoint["color"];
  /** What lies over the map: no name is written below it. */
  readonly covered: Covered;
}

/** The middle of what is seen, and how wide that is, in units of the map; y grows downward. */
export type MapCamera = NonNullable<Viewpoint["at"]>;

/** Pixels of the map that something lies over. */
export interface Covered {
  readonly right: number;
  readonly bottom: number;
}

export interface ViewEvents {
  /** The reader points at an entity, a claim or a pair, by id or key, or at none. */
  readonly onHover: (id: string | undefined) => void;
  /** The reader clicks an entity, a claim, a pair, or nothing. */
  readonly onPick: (id: string | undefined) => void;
  /** The camera has moved: `isReader` where the reader has moved it. */
  readonly onCamera: (camera: MapCamera, isReader: boolean) => void;
}

export interface View {
  show(scene: Scene): void;
  /** Brings these into view, in the middle of what the covered pixels leave free; `centre` in the middle of that. */
  flyTo(entities: Iterable<NetworkEntity>, covered: Covered, centre?: NetworkEntity): void;
  /** Looks at the map from a camera at once. */
  place(camera: MapCamera): void;
  /** Where the camera is. */
  camera(): MapCamera;
  zoom(direction: "in" | "out"): void;
  /** Fits the whole map into what the covered pixels leave free. */
  showAll(covered: Covered): void;
  remove(): void;
}
