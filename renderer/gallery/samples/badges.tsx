import { Bytes } from '../../components/bytes.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { FitBadge } from '../../components/fit-badge.tsx';
import { VerdictBadge } from '../../components/verdict-badge.tsx';
import classes from '../gallery.module.css';
import { Sample } from '../sample.tsx';

const grades = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const verdicts = ['equivalent', 'runs', 'failed', 'skipped'] as const;

export function BadgeSamples() {
  return (
    <>
      <Sample name="FitBadge">
        <div className={classes.row}>
          {grades.map((grade) => (
            <FitBadge key={grade} grade={grade} />
          ))}
        </div>
      </Sample>
      <Sample name="VerdictBadge">
        <div className={classes.row}>
          {verdicts.map((verdict) => (
            <VerdictBadge key={verdict} verdict={verdict} />
          ))}
        </div>
      </Sample>
      <Sample name="Bytes, CopyButton">
        <div className={classes.row}>
          <Bytes value={812} /> <Bytes value={48_712_345} /> <Bytes value={7_400_000_000} />{' '}
          <CopyButton value="copied" />
        </div>
      </Sample>
    </>
  );
}
