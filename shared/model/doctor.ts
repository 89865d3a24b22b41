import { z } from 'zod';

/** One observation about a Docker host, with what to do about it. */
export const doctorCheckSchema = z.object({
  id: z.string(),
  title: z.string(),
  level: z.enum(['ok', 'note', 'warning', 'error']),
  /** What was seen. */
  found: z.string(),
  advice: z.string(),
});
export type DoctorCheck = z.infer<typeof doctorCheckSchema>;

export const doctorReportSchema = z.object({ host: z.string(), checks: z.array(doctorCheckSchema) });
export type DoctorReport = z.infer<typeof doctorReportSchema>;
