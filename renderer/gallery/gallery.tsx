import classes from './gallery.module.css';
import { BadgeSamples } from './samples/badges.tsx';
import { ConnectSamples } from './samples/connect.tsx';
import { FeedbackSamples } from './samples/feedback.tsx';
import { JobSamples } from './samples/jobs.tsx';
import { ListSamples } from './samples/lists.tsx';
import { ProjectSamples } from './samples/projects.tsx';
import { QuestionSamples } from './samples/questions.tsx';
import { RunSamples } from './samples/run.tsx';

/** One page with all shared components; its own headings stay English, they are for developers. */
export function Gallery() {
  return (
    <main className={classes.gallery} lang="en">
      <h1>Gallery</h1>
      <BadgeSamples />
      <FeedbackSamples />
      <JobSamples />
      <ProjectSamples />
      <ConnectSamples />
      <RunSamples />
      <QuestionSamples />
      <ListSamples />
    </main>
  );
}
