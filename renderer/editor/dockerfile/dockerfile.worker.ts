import './byte-order-mark.ts';
import { DockerfileLanguageServiceFactory } from 'dockerfile-language-service';
import { initialize } from 'monaco-editor/editor/editor.worker';
import { createDockerfileService } from './service.ts';

// Monaco's bootstrap: the first message only wakes the worker, see create-worker.ts.
self.onmessage = () => {
  initialize((context) =>
    createDockerfileService(DockerfileLanguageServiceFactory.createLanguageService(), (uri) =>
      context
        .getMirrorModels()
        .find((model) => model.uri.toString() === uri)
        ?.getValue(),
    ),
  );
};
