import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatDate } from '../../../components/format-date.ts';
import classes from '../run.module.css';

interface ChartProps {
  /** What it shows now, for who cannot see it. */
  label: string;
  data: uPlot.AlignedData;
  /** Names of the lines after the times. */
  lines: readonly string[];
  format: (value: number) => string;
  /** The least that the axis goes up to, so that next to nothing looks like it. */
  floor?: number;
}
const colors = ['#2f7fd6', '#c9741c'];

/** Lines over time. */
export function Chart({ label, data, lines, format, floor = 1 }: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const first = useRef(data);
  const scheme = useComputedColorScheme();
  const { language } = useTranslation().i18n;
  const names = lines.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colors, which are read from the page
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const ink = getComputedStyle(element).color;
    const axis = { stroke: ink, grid: { stroke: 'rgba(128, 128, 128, 0.2)', width: 1 }, ticks: { show: false } };
    plot.current = new uPlot(
      {
        ...sizeIn(element),
        // Above, as much as the highest figure of the axis stands out; the rest by its own rules.
        padding: [8, null, null, null],
        legend: { show: false },
        cursor: { drag: { setScale: false } },
        scales: { y: { range: (_plot, _low, high) => [0, Math.max(high, floor) * 1.15] } },
        axes: [
          {
            ...axis,
            space: 90,
            size: 22,
            values: (_plot, times) => times.map((at) => formatDate(at * 1000, language, 'clock')),
          },
          { ...axis, size: 66, values: (_plot, values) => values.map(format) },
        ],
        series: [{}, ...names.split('\n').map((name, index) => line(name, index, format))],
      },
      first.current,
      element,
    );
    const resized = new ResizeObserver(() => plot.current?.setSize(sizeIn(element)));
    resized.observe(element);
    return () => {
      resized.disconnect();
      plot.current?.destroy();
    };
  }, [names, format, floor, scheme, language]);
  useEffect(() => {
    first.current = data;
    plot.current?.setData(data);
  }, [data]);
  return (
    <>
      <div ref={host} role="img" aria-label={label} />
      {lines.length > 1 ? <Legend lines={lines} /> : null}
    </>
  );
}

/** As wide as there is room, and higher the wider it is, so that several are in sight. */
function sizeIn({ clientWidth: width }: HTMLElement): { width: number; height: number } {
  return { width, height: Math.round(Math.min(200, Math.max(130, width * 0.45))) };
}

/** Which line is which: the figures stand above the chart. */
function Legend({ lines }: { lines: readonly string[] }) {
  return (
    <p className={classes.legend}>
      {lines.map((name, index) => (
        <span key={name}>
          <i style={{ background: colorOf(index) }} />
          {name}
        </span>
      ))}
    </p>
  );
}

function colorOf(index: number): string {
  return colors[index % colors.length] ?? '#2f7fd6';
}

function line(name: string, index: number, format: (value: number) => string): uPlot.Series {
  const color = colorOf(index);
  return {
    label: name,
    stroke: color,
    fill: `${color}22`,
    width: 2,
    // The line alone: a dot for each reading would be all one sees.
    points: { show: false },
    value: (_plot, value) => (value === null || value === undefined ? '' : format(value)),
  };
}
