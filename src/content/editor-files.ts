/** The files for editors of a graph that has the built-in types, in the folder `content` of its repository. */
import { editorFiles } from "../shared/editor-files.ts";
import { makeOntology } from "./ontology.ts";

export function builtInEditorFiles(): Record<string, string> {
  const { entityTypes, edgeTypes } = makeOntology(undefined);
  return editorFiles({
    content: "content",
    entityTypes: [...entityTypes.keys()],
    edgeTypes: [...edgeTypes.keys()],
  });
}
