export { default } from "../mentors/layout";
