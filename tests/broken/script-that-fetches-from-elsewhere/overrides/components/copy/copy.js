import { read } from "../ticks/ticks.js";

fetch("https://elsewhere.example/x").then(read);
