import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

interface ChartProps {
  /** What it shows now, for who cannot see it. */
  label: string;
  data: uPlot.AlignedData;
  /** Names of the lines after the times. */
  lines: readonly string[];
  format: (value: number) => string;
}

const height = 150;
const colors = ['#2f7fd6', '#c9741c'];

/** Lines over time. */
export function Chart({ label, data, lines, format }: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const first = useRef(data);
  const scheme = useComputedColorScheme();
  const names = lines.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colors, which are read from the page
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const ink = getComputedStyle(element).color;
    const axis = { stroke: ink, grid: { stroke: 'rgba(128, 128, 128, 0.2)', width: 1 }, ticks: { show: false } };
    plot.current = new uPlot(
      {
        width: element.clientWidth,
        height,
        legend: { show: names.includes('\n') },
        cursor: { drag: { setScale: false } },
        scales: { y: { range: (_plot, _low, high) => [0, Math.max(high, 1) * 1.15] } },
        axes: [axis, { ...axis, size: 74, values: (_plot, values) => values.map(format) }],
        series: [{}, ...names.split('\n').map((name, index) => line(name, index, format))],
      },
      first.current,
      element,
    );
    const resized = new ResizeObserver(() => plot.current?.setSize({ width: element.clientWidth, height }));
    resized.observe(element);
    return () => {
      resized.disconnect();
      plot.current?.destroy();
    };
  }, [names, format, scheme]);
  useEffect(() => {
    first.current = data;
    plot.current?.setData(data);
  }, [data]);
  return <div ref={host} role="img" aria-label={label} />;
}

function line(name: string, index: number, format: (value: number) => string): uPlot.Series {
  const color = colors[index % colors.length] ?? '#2f7fd6';
  return {
    label: name,
    stroke: color,
    fill: `${color}22`,
    width: 2,
    value: (_plot, value) => (value === null || value === undefined ? '' : format(value)),
  };
}
