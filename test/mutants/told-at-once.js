/** A reporter of Stryker that tells of each survivor as it is found, so that a run that is broken off has told of those it knew. */
const toldAtOnce = {
  onMutantTested({ status, fileName, location, mutatorName, replacement = '' }) {
    if (status !== 'Survived' && status !== 'NoCoverage') return;
    const file = fileName.slice(fileName.search(/(apps|libs)\//));
    const { line, column } = location.start;
    console.log(
      `  survives: ${file}:${line}:${column} ${mutatorName} → ${replacement.replace(/\s+/g, ' ').slice(0, 80)}`,
    );
  },
};

export const strykerPlugins = [{ kind: 'Reporter', name: 'told-at-once', value: toldAtOnce }];
