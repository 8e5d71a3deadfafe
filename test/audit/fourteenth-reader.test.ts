// Fourteen agencies of kinds that other sets have few of (prison, customs, park, irrigation, archive …), in their own words.
import { describeReader } from './describe-reader.ts';

describeReader('fourteenth-reader-sites', {});
