import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, civil, instantOf, mondayOf, readWall, wall, weekdayOf, weekOf } from "../src/lib/time.ts";

test("a wall time and its instant agree in every zone tried, summer and winter", () => {
  for (const zone of ["UTC", "Europe/Amsterdam", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia"]) {
    for (const on of ["2026-01-15", "2026-07-15"]) {
      for (const minute of [0, 1, 540, 1439]) assert.deepEqual(civil(instantOf(on, minute, zone), zone), { on, minute });
    }
  }
});

test("midnight after a short and a long day is the next civil date", () => {
  for (const on of ["2026-03-29", "2026-10-25"]) {
    const hours = (instantOf(addDays(on, 1), 0, "Europe/Amsterdam") - instantOf(on, 0, "Europe/Amsterdam")) / 3_600_000;
    assert.equal(hours, on === "2026-03-29" ? 23 : 25);
  }
});

test("a week begins on Monday", () => {
  assert.equal(weekdayOf("2026-11-22"), 6);
  assert.equal(mondayOf("2026-11-22"), "2026-11-16");
  assert.deepEqual(weekOf("2026-12-31").at(-1), "2027-01-03");
});

test("times of day are read as people type them", () => {
  const read = ["9", "9:30", "0930", "17.15", " 24:00 ", "24:01", "9:75", "late", ""].map(readWall);
  assert.deepEqual(read, [540, 570, 570, 1035, 1440, null, null, null, null]);
  assert.equal(wall(1440), "24:00");
});
