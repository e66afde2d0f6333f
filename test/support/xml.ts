/** XML as a parser reads it that lets nothing pass. */
import { DOMParser, type Element } from "@xmldom/xmldom";

/** The root of a document; throws at everything that is not well-formed. */
export function xmlRoot(text: string): Element {
  const { documentElement } = new DOMParser({
    onError: (_, message) => {
      throw new Error(message);
    },
  }).parseFromString(text, "application/xml");
  if (documentElement === null) throw new Error("there is no element");
  return documentElement;
}

/** The elements right below one, of one name where it is given. */
export function childrenOf(element: Element, name?: string): Element[] {
  return [...element.childNodes].filter(
    (node): node is Element => node.nodeType === 1 && (name === undefined || node.nodeName === name),
  );
}

/** The text of the only element of that name right below one. */
export function textIn(element: Element, name: string): string {
  const [only, ...more] = childrenOf(element, name);
  if (only === undefined || more.length > 0) throw new Error(`there is not one ${name}`);
  return only.textContent ?? "";
}
