// monaco-yaml's worker, in a file of the app so that the bundler builds it as a worker of its own.
import './yaml-texts.ts';
import 'monaco-yaml/yaml.worker.js';
