// The same words, inside the public frame.
export { default } from "../not-found";
