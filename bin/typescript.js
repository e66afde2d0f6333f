// Lets Node import TypeScript.
import { register } from "tsx/esm/api";

// Else tsx obeys the tsconfig.json of the folder in which Skein is called, which is about other files.
register({ tsconfig: false });
