// What people know of the ground, so that circles mean something: towns, and the Thames. Coordinates are approximate.
import type { GroundPoint } from "./rules";

/** [longitude, latitude], from west to east through London. */
const thames: [number, number][] = [
  [-0.555, 51.44],
  [-0.51, 51.43],
  [-0.47, 51.388],
  [-0.41, 51.392],
  [-0.365, 51.404],
  [-0.335, 51.402],
  [-0.308, 51.412],
  [-0.318, 51.432],
  [-0.306, 51.456],
  [-0.32, 51.47],
  [-0.298, 51.482],
  [-0.275, 51.486],
  [-0.256, 51.471],
  [-0.237, 51.488],
  [-0.222, 51.476],
  [-0.204, 51.464],
  [-0.18, 51.472],
  [-0.165, 51.482],
  [-0.14, 51.484],
  [-0.124, 51.49],
  [-0.121, 51.504],
  [-0.107, 51.51],
  [-0.08, 51.506],
  [-0.058, 51.503],
  [-0.032, 51.507],
  [-0.03, 51.49],
  [-0.007, 51.485],
  [0.003, 51.503],
  [0.033, 51.494],
  [0.07, 51.498],
  [0.12, 51.51],
  [0.2, 51.475],
];

export const rivers: GroundPoint[][] = [thames.map(([longitude, latitude]) => ({ longitude, latitude }))];

export type Town = GroundPoint & { name: string };

/** The most widely known first: where names would collide, the earlier one stands. */
export const towns: Town[] = [
  { name: "Westminster", latitude: 51.5, longitude: -0.13 },
  { name: "Wimbledon", latitude: 51.421, longitude: -0.207 },
  { name: "Greenwich", latitude: 51.478, longitude: -0.005 },
  { name: "Heathrow", latitude: 51.47, longitude: -0.454 },
  { name: "Croydon", latitude: 51.372, longitude: -0.1 },
  { name: "Ealing", latitude: 51.513, longitude: -0.305 },
  { name: "Wembley", latitude: 51.556, longitude: -0.28 },
  { name: "Stratford", latitude: 51.542, longitude: -0.003 },
  { name: "Kingston", latitude: 51.41, longitude: -0.3 },
  { name: "Hampstead", latitude: 51.557, longitude: -0.178 },
  { name: "Clapham", latitude: 51.462, longitude: -0.138 },
  { name: "Brixton", latitude: 51.457, longitude: -0.115 },
  { name: "Richmond", latitude: 51.461, longitude: -0.303 },
  { name: "Putney", latitude: 51.461, longitude: -0.217 },
  { name: "Hammersmith", latitude: 51.492, longitude: -0.224 },
  { name: "Dulwich", latitude: 51.445, longitude: -0.086 },
  { name: "Bromley", latitude: 51.406, longitude: 0.015 },
  { name: "Barnet", latitude: 51.653, longitude: -0.2 },
  { name: "Tottenham", latitude: 51.588, longitude: -0.072 },
  { name: "Streatham", latitude: 51.428, longitude: -0.131 },
];
