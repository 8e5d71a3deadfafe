// Twenty-eight sites of hostile ground by another reader who did not know the judge: traps of all kinds beside the real thing.
import { describeReader } from './describe-reader.ts';

describeReader('fifth-reader-sites', { 'town-november': ['plan-current'] });
