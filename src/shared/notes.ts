/**
 * Where the notes of a body go: behind everything else, in the order in which they are first referred to. Takes the
 * place of the last rule of markdown-it-footnote, which copies all tokens once a note: 10,000 notes took it a minute.
 */
import type { StateCore, Token } from "markdown-it";

/** What the plugin keeps of the notes in `env.footnotes`. */
interface Notes {
  readonly list?: readonly Note[];
}

interface Note {
  /** Of a note that is defined on lines of its own. */
  readonly label?: string;
  /** How often it is referred to. */
  readonly count?: number;
  /** Of a note within a paragraph. */
  readonly content?: string;
  readonly tokens?: Token[];
}

export function gatherNotes(state: StateCore): void {
  const { footnotes } = state.env as { footnotes?: Notes };
  if (footnotes === undefined) return;
  const { body, definitions } = split(state.tokens);
  state.tokens = body;
  if (footnotes.list === undefined) return;
  body.push(new state.Token("footnote_block_open", "", 1));
  for (const [id, note] of footnotes.list.entries()) {
    const tokens = note.tokens === undefined ? definitions.get(note.label) : paragraphOf(note, state);
    const open = new state.Token("footnote_open", "", 1);
    open.meta = { id, label: note.label };
    body.push(open);
    // One by one: as arguments of one call, a hundred thousand are too many.
    for (const token of tokens ?? []) body.push(token);
    const last = body.at(-1)?.type === "paragraph_close" ? body.pop() : undefined;
    for (let subId = 0; subId < (note.count || 1); subId++) {
      const anchor = new state.Token("footnote_anchor", "", 0);
      anchor.meta = { id, subId, label: note.label };
      body.push(anchor);
    }
    if (last !== undefined) body.push(last);
    body.push(new state.Token("footnote_close", "", -1));
  }
  body.push(new state.Token("footnote_block_close", "", -1));
}

/** The tokens of each definition by its label, apart from the rest. */
function split(tokens: readonly Token[]): { body: Token[]; definitions: Map<unknown, Token[]> } {
  const body: Token[] = [];
  const definitions = new Map<unknown, Token[]>();
  let open: Token[][] = [];
  for (const token of tokens) {
    if (token.type === "footnote_reference_open") {
      const definition: Token[] = [];
      definitions.set(token.meta?.label, definition);
      open = [...open, definition];
    } else if (token.type === "footnote_reference_close") open = open.slice(0, -1);
    else (open.at(-1) ?? body).push(token);
  }
  return { body, definitions };
}

function paragraphOf({ content = "", tokens = [] }: Note, state: StateCore): Token[] {
  const inline = new state.Token("inline", "", 0);
  inline.children = tokens;
  inline.content = content;
  return [
    block(new state.Token("paragraph_open", "p", 1)),
    inline,
    block(new state.Token("paragraph_close", "p", -1)),
  ];
}

function block(token: Token): Token {
  token.block = true;
  return token;
}
