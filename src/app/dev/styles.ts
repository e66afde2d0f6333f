/** The look of the overlay, the same whatever the theme of the site. */
export const OVERLAY_STYLES = `
:host { all: initial; color-scheme: inherit; }
:host, button { font: 16px/1.5 system-ui, sans-serif; }
dialog, .again { color: light-dark(#1d1b19, #eceae6); background: light-dark(#fff, #1f1d1b); }
dialog {
  box-sizing: border-box; width: min(60rem, 100vw - 1rem); max-height: calc(100vh - 2rem); padding: 0 1.25rem 1rem;
  overflow: auto; overscroll-behavior: contain; border: 2px solid light-dark(#b3261e, #f2857c); border-radius: .5rem;
}
dialog::backdrop { background: rgb(0 0 0 / .5); }
.head {
  position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center;
  justify-content: space-between; padding: 1rem 0 .5rem; background: inherit;
}
h2 { margin: 0; font-size: 1.25rem; }
p { margin: .25rem 0; overflow-wrap: anywhere; }
ol { margin: 0; padding: 0; list-style: none; }
li { padding: .75rem 0; border-top: 1px solid light-dark(#d8d4ce, #4a4642); }
.place { font-family: ui-monospace, monospace; font-size: .9em; }
a { color: light-dark(#0b57b0, #8fbcff); }
.error b { color: light-dark(#b3261e, #f2857c); }
.warning b { color: light-dark(#7a5300, #e6b95c); }
pre {
  margin: .5rem 0; padding: .5rem .75rem; overflow-x: auto; border-radius: .25rem; tab-size: 2;
  font: .875rem/1.5 ui-monospace, monospace; background: light-dark(#f3f1ed, #2a2826);
}
.number { color: light-dark(#6b655e, #a9a39b); user-select: none; }
mark {
  color: inherit; background: light-dark(#ffdad6, #6e2420);
  text-decoration: underline wavy light-dark(#b3261e, #f2857c); text-underline-offset: .2em;
}
button {
  padding: .25rem .75rem; color: inherit; background: light-dark(#f3f1ed, #34312e); cursor: pointer;
  border: 1px solid light-dark(#857f77, #948e86); border-radius: .25rem;
}
.again {
  position: fixed; z-index: 2147483647; inset: auto 1rem 1rem auto; border: 2px solid light-dark(#b3261e, #f2857c);
}
:focus-visible { outline: 3px solid light-dark(#0b57b0, #8fbcff); outline-offset: 2px; }
`;
