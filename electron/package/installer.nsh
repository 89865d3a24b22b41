; What the installer of Windows does beyond electron-builder's own: the app is offered in "Open with" for YAML files, of
; which a project has one, and slipway:// links lead to it. Nothing is taken from another program.
!macro customInstall
  ; electron-builder keeps a copy of the installer for updates, which the app does not make, and leaves it there for good:
  ; in the person's own folder, also where all people of the machine get the app.
  SetShellVarContext current
  Delete "$LOCALAPPDATA\${APP_INSTALLER_STORE_FILE}"
  RMDir "$LOCALAPPDATA\${APP_INSTALLER_STORE_FILE}\.."
  ${If} $installMode == "all"
    SetShellVarContext all
  ${EndIf}

  WriteRegStr SHCTX "Software\Classes\Slipway.Project" "" "Slipway project"
  WriteRegStr SHCTX "Software\Classes\Slipway.Project\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHCTX "Software\Classes\Slipway.Project\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr SHCTX "Software\Classes\.yaml\OpenWithProgids" "Slipway.Project" ""
  WriteRegStr SHCTX "Software\Classes\.yml\OpenWithProgids" "Slipway.Project" ""
  WriteRegStr SHCTX "Software\Classes\slipway" "" "URL:Slipway"
  WriteRegStr SHCTX "Software\Classes\slipway" "URL Protocol" ""
  WriteRegStr SHCTX "Software\Classes\slipway\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend

!macro customUnInstall
  DeleteRegKey SHCTX "Software\Classes\Slipway.Project"
  DeleteRegValue SHCTX "Software\Classes\.yaml\OpenWithProgids" "Slipway.Project"
  DeleteRegValue SHCTX "Software\Classes\.yml\OpenWithProgids" "Slipway.Project"
  DeleteRegKey SHCTX "Software\Classes\slipway"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend
