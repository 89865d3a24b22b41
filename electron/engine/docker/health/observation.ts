/**
 * One look at a service: `up` beyond doubt, `answering` where it speaks but complains (5xx: perhaps still starting),
 * `down`, or `unseen` where nothing in the container or from outside can tell.
 */
export type Observation = 'up' | 'answering' | 'down' | 'unseen';
