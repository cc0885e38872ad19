// QR codes in pictures and before the camera: by the browser where it can, else by the library.
import { readCode } from "verify/libraries";

const LARGEST = 1600; // pixels; more only takes longer
const OFTEN = 200; // milliseconds between two looks

export async function codeIn(picture) {
  return (await byBrowser(picture)) ?? byLibrary(picture);
}

// Calls `found` with each code seen until `stop()`; throws where there is no camera to be had.
export async function watch(video, found) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  video.srcObject = stream;
  await video.play();
  const timer = setInterval(async () => {
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    const code = await codeIn(video);
    if (code && stream.active) found(code);
  }, OFTEN);
  return function stop() {
    clearInterval(timer);
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  };
}

async function byBrowser(picture) {
  try {
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    return (await detector.detect(picture))[0]?.rawValue;
  } catch {
    return undefined; // there is none, or none for this picture
  }
}

function byLibrary(picture) {
  const [width, height] = sizeOf(picture);
  const scale = Math.min(1, LARGEST / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  const drawing = canvas.getContext("2d", { willReadFrequently: true });
  drawing.fillStyle = "white";
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
  try {
    return readCode(drawing.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    return undefined; // no code in it
  }
}

function sizeOf(picture) {
  return picture.videoWidth ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height];
}
