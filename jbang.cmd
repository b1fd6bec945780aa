@echo off
rem JBang for this course on Windows, the same as ./jbang elsewhere:
rem
rem   jbang.cmd ALIAS^|SCRIPT [ARGUMENT...]
rem
rem Finds a JDK 25 or newer, lets Maven fetch the pinned jar once, and runs it.
setlocal

set version=0.132.1
set sha256=f977075849cff866f45b27997f5671ab8a336a5dd3cf9e702b3479128338f3a7
set "here=%~dp0"
set "COURSE_HOME=%here:~0,-1%"
set "users_java_home=%JAVA_HOME%"

rem --- 1. a JDK: its release file says JAVA_VERSION="25.0.3" ----------------
call :good_jdk "%JAVA_HOME%" && goto found_jdk
for /f "delims=" %%j in ('where javac 2^>nul') do call :good_jdk "%%~dpj.." && goto found_jdk
for /d %%j in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\zulu-*" "%ProgramFiles%\Amazon Corretto\jdk*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\.jbang\cache\jdks\*") do call :good_jdk "%%~j" && goto found_jdk
>&2 echo [jbang] No JDK 25 or newer found: not in JAVA_HOME, on the PATH, or in the usual folders.
>&2 echo         Install one (adoptium.net, or: winget install EclipseAdoptium.Temurin.25.JDK),
>&2 echo         or let JAVA_HOME point at the one you have, and run this again.
exit /b 1

:good_jdk
if not exist "%~1\bin\javac.exe" exit /b 1
findstr /r /c:"^JAVA_VERSION=.2[5-9]" /c:"^JAVA_VERSION=.[3-9][0-9]" "%~1\release" >nul 2>&1 || exit /b 1
set "JAVA_HOME=%~f1"
exit /b 0

:found_jdk
rem --- 2. the pinned jar ----------------------------------------------------
set "jar=%here%.jbang\jbang-cli-%version%-all.jar"
if exist "%jar%" goto found_jar
where mvn >nul 2>&1 || (
  >&2 echo [jbang] Maven is not installed, which would fetch JBang: see maven.apache.org,
  >&2 echo         or run a script with "%JAVA_HOME%\bin\java" lectures\...\Script.java
  exit /b 1
)
>&2 echo [jbang] fetching JBang %version% through Maven (9 MB, only this once) ...
set "new=%here%.jbang\new"
set "found_java_home=%JAVA_HOME%"
set "JAVA_HOME=%users_java_home%"
call mvn -q -B -f "%here%src\main\jbang\pom.xml" resources:copy-resources -Djbang.version=%version% "-Djbang.folder=%new%" || (
  >&2 echo [jbang] Maven could not fetch it: is this machine online?
  exit /b 1
)
set "JAVA_HOME=%found_java_home%"
certutil -hashfile "%new%\jbang-cli-%version%-all.jar" SHA256 | findstr /i /c:"%sha256%" >nul || (
  rmdir /s /q "%new%"
  >&2 echo [jbang] checksum mismatch: this is not the pinned file, and is not kept.
  exit /b 1
)
move /y "%new%\jbang-cli-%version%-all.jar" "%jar%" >nul
rmdir /s /q "%new%"

:found_jar
rem --- 3. JBang prints the command to run, and says so with status 255 ------
set JBANG_RUNTIME_SHELL=cmd
set "command=%TEMP%\jbang-%RANDOM%-%RANDOM%.cmd"
"%JAVA_HOME%\bin\java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC %JBANG_JAVA_OPTIONS% -cp "%jar%" dev.jbang.Main %* > "%command%"
set status=%ERRORLEVEL%
if not %status% equ 255 goto said
call "%command%"
set status=%ERRORLEVEL%
del "%command%"
exit /b %status%

:said
type "%command%"
del "%command%"
exit /b %status%
