import type { ContainerStats } from '../../../../shared/model/containers.ts';

/** Readings of the last minutes as uPlot takes them: times in seconds, then one list a line. */
export interface Series {
  times: number[];
  cpuPercent: number[];
  memoryBytes: number[];
  /** Bytes a second. */
  received: number[];
  sent: number[];
  last: ContainerStats | undefined;
}

/** Five minutes at a reading a second. */
const limit = 300;

export const noReadings: Series = {
  times: [],
  cpuPercent: [],
  memoryBytes: [],
  received: [],
  sent: [],
  last: undefined,
};

export function withReading(series: Series, reading: ContainerStats): Series {
  const { last } = series;
  const seconds = last === undefined ? 0 : (reading.at - last.at) / 1000;
  const rate = (now: number, before: number | undefined) =>
    before === undefined || seconds <= 0 ? 0 : Math.max(0, now - before) / seconds;
  const add = (list: readonly number[], value: number) => [...list, value].slice(-limit);
  return {
    times: add(series.times, reading.at / 1000),
    cpuPercent: add(series.cpuPercent, reading.cpuPercent),
    memoryBytes: add(series.memoryBytes, reading.memoryBytes),
    received: add(series.received, rate(reading.receivedBytes, last?.receivedBytes)),
    sent: add(series.sent, rate(reading.sentBytes, last?.sentBytes)),
    last: reading,
  };
}
