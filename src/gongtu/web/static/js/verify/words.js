// What the page was told by the platform, and how it says things in the reader's language.
export const told = JSON.parse(document.getElementById("verify-told").textContent);

export function said(key, values = {}) {
  const text = told.says[key] ?? key;
  return Object.entries(values).reduce((said_, [name, value]) => said_.replaceAll(`{${name}}`, value), text);
}

export function shown(stamp, time = { timeStyle: "short" }) {
  const how = { dateStyle: "long", ...time, timeZone: "Asia/Shanghai" };
  return new Date(stamp).toLocaleString(told.language, how);
}
