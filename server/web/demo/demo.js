// /demo/ is the story "demo", and /demo/council another one: "council".

const [, name] = location.pathname.match(/^\/demo\/([^/]+?)(?:\/|\.html)?$/) ?? [];
const story = name === undefined || name === "index" ? "demo" : decodeURIComponent(name);
document.querySelector("rejoinder-comments").setAttribute("story", story);
