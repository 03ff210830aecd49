// The same words, beside the pages there are.
export { default } from "../not-found";
