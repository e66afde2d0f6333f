/** Told what a long piece of work begins with next, and how much of it there is where that is known. */
export type OnPhase = (name: string, total?: number) => void;
