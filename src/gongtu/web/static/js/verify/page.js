// The page that checks without a network, and the part of a verdict's page about the code on paper.
import { codeIn, watch } from "verify/camera";
import { read } from "verify/code";
import { textOf, Unreadable } from "verify/json";
import { clockOf, material } from "verify/material";
import { sheetOf } from "verify/sheet";
import { judge } from "verify/verdict";
import { said, shown, told } from "verify/words";

const CODE = /^#\d{10,}$/;
const place = document.querySelector("[data-verify]");
const isPaper = place.dataset.verify === "paper";
const part = (name) => place.querySelector(`[data-${name}]`);
let held; // the material at hand
let asking; // the promise of it, while it is asked for
let stop; // ends the camera

async function refresh() {
  held = (await material(told.material)) ?? held;
  if (!part("material")) return;
  const says = held?.fresh ? "material.fresh" : "material.kept";
  part("material").textContent = held ? said(says, { at: shown(held.told.at) }) : said("material.none");
}

// `code`, or a promise of it: what was scanned, pasted or read from a file.
async function check(code) {
  try {
    const [text] = await Promise.all([code, asking]);
    if (!held) return announce(cannotTell("key", null, "material.none"));
    const credential = read(text, held.told.codes);
    const clock = clockOf(held, told.stands_still);
    announce(await judge(credential, held.told, clock), credential, clock.now);
  } catch (problem) {
    announce(cannotTell("structure", false, ...why(problem)));
  }
}

const cannotTell = (key, passed, says, values) => ({
  verdict: "cannot-tell",
  steps: [{ key, passed, says, values }],
});

// What breaks the reading or the checking is no credential that anybody made.
const why = (problem) =>
  problem instanceof Unreadable ? [problem.message, problem.values] : ["structure.wrong"];

function announce(found, credential, now = new Date()) {
  part("result").replaceChildren(sheetOf(found, credential, now));
  if (isPaper) compare(credential);
  else part("result").focus();
}

// Beside the platform's own verdict: only what the code says, and whether it is of this number.
function compare(credential) {
  part("result").querySelectorAll("[data-alone]").forEach((one) => one.remove());
  const number = credential?.credentialSubject?.certificateNumber;
  if (number && number !== place.dataset.number) part("as-of").textContent = said("paper.other");
}

async function inPicture(file) {
  const code = await createImageBitmap(file).then(codeIn).catch(() => undefined);
  if (code) return check(code);
  announce(cannotTell("structure", false, "code.none"));
}

async function film() {
  const video = part("video");
  try {
    video.hidden = false;
    stop = await watch(video, (code) => (rest(), check(code)));
    part("stop").hidden = false;
  } catch {
    rest();
    part("camera-says").textContent = said("camera.none");
  }
}

function rest() {
  stop?.();
  stop = undefined;
  part("video").hidden = true;
  part("stop").hidden = true;
}

async function checkAddress() {
  const carries = CODE.test(location.hash);
  place.hidden = isPaper && !carries;
  if (carries) await check(location.hash);
}

part("picture")?.addEventListener("change", ({ target }) => target.files[0] && inPicture(target.files[0]));
part("file")?.addEventListener("change", ({ target }) => target.files[0] && check(textOf(target.files[0])));
part("camera")?.addEventListener("click", film);
part("stop")?.addEventListener("click", rest);
part("text")?.addEventListener("submit", (event) => (event.preventDefault(), check(new FormData(event.target).get("code"))));
addEventListener("online", () => (asking = refresh()));
navigator.serviceWorker?.register(told.worker).catch(() => undefined);
place.hidden = isPaper;
asking = refresh();
await asking;
addEventListener("hashchange", checkAddress);
await checkAddress();
document.documentElement.dataset.verifying = "ready";
