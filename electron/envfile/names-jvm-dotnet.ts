import type { NameGroup } from './name-lists.ts';

/** Java and its build tools; .NET, MSBuild and PowerShell. */
export const jvmAndDotnetNames: readonly NameGroup[] = [
  {
    // The java command: JDK_JAVA_OPTIONS, JAVA_TOOL_OPTIONS, _JAVA_OPTIONS; sudo, initial_badenv_table; OpenJ9,
    // GraalVM.
    reason: 'RUNS_IN_JAVA',
    refused: `
      JAVA JAVAC JAVACMD JAVA_* _JAVA_* JDK_* JRE_* JVM_* CLASSPATH MODULEPATH_JAVA JPDA_* OPENJ9_* IBM_JAVA_*
      GRAALVM_* NATIVE_IMAGE_* SDKMAN_* JENV_* JABBA_* *_JDK *_JVM_ARGS`,
    except: 'JAVA_VERSION JAVA_ENV',
  },
  {
    // Maven ("Configuring Maven"), Gradle ("Build environment"), Ant, Ivy, sbt, Coursier, Kotlin, Scala, Groovy,
    // Leiningen.
    reason: 'RUNS_IN_JAVA',
    refused: `
      MAVEN_* MVN_* MVNW_* M2 M2_* GRADLE_* ANT_* IVY_* SBT_* COURSIER_* KOTLIN_* KOTLINC_* SCALA_HOME SCALA_*
      GROOVY_* LEIN_* CLJ_* CLOJURE_* BOOT_JVM_* JBANG_* BUILDR_* KSCRIPT_*`,
    except: 'MAVEN_USERNAME MAVEN_CENTRAL_USERNAME MAVEN_GPG_PASSPHRASE',
    // A property of the build: some are secrets (signing keys), some choose what runs.
    asked: 'ORG_GRADLE_PROJECT_*',
  },
  {
    // Servers and big data: catalina.sh, Spring Boot "External Config" (SPRING_CONFIG_LOCATION,
    // SPRING_APPLICATION_JSON, LOGGING_CONFIG), Hadoop, Spark, Hive, HBase, Elasticsearch, Logstash, Jenkins,
    // JetBrains' IDEs.
    reason: 'RUNS_IN_JAVA',
    refused: `
      CATALINA_* TOMCAT_* JBOSS_* WILDFLY_* JETTY_* SPRING_APPLICATION_JSON SPRING_CONFIG_* SPRING_MAIN_*
      SPRING_CLOUD_BOOTSTRAP_* LOGGING_CONFIG MICRONAUT_CONFIG_FILES HADOOP_* HDFS_* MAPRED_* HIVE_* HBASE_* SPARK_*
      FLINK_* ZOOCFG* ES_PATH_CONF LS_HOME JENKINS_HOME IDEA_* STUDIO_PROPERTIES STUDIO_GRADLE_* PYCHARM_PROPERTIES
      WEBIDE_* GOLAND_* CLION_* RIDER_PROPERTIES RUBYMINE_* PHPSTORM_* WEBSTORM_* DATAGRIP_*`,
  },
  {
    // .NET: docs "dotnet environment variables" (DOTNET_STARTUP_HOOKS) and "Runtime configuration"; profilers; NuGet;
    // ASP.NET Core's hosting startup assemblies; Mono, mono(1); VSTest.
    reason: 'RUNS_IN_DOTNET',
    refused: `
      DOTNET_* COMPlus_* COREHOST_* CORECLR_* COR_* COR*_PROFILER* MONO_* NUGET_* VSTEST_* TESTINGPLATFORM_*
      ASPNETCORE_HOSTINGSTARTUP* ASPNETCORE_PREVENTHOSTINGSTARTUP DEVPATH NuGetPackageRoot`,
    except: 'DOTNET_ENVIRONMENT DOTNET_CLI_TELEMETRY_OPTOUT DOTNET_VERSION',
    asked: 'ASPNETCORE_*',
  },
  {
    // MSBuild takes every variable as a property; these import files or choose tools: Microsoft.Common.targets.
    reason: 'RUNS_IN_DOTNET',
    refused: `
      MSBUILD* CustomBefore* CustomAfter* DirectoryBuild* DirectoryPackages* DirectorySolution* AlternateCommonProps
      BeforeTargetFrameworkProps* ImportByWildcard* ImportDirectoryBuild* ImportUserLocations* CscTool* VbcTool*
      FscTool* Roslyn* TargetFrameworkRootPath ReferencePath AdditionalLibPaths PreBuildEvent PostBuildEvent
      RunPostBuildEvent RestoreSources RestoreConfigFile RestoreAdditionalProjectSources LanguageTargets VSToolsPath
      UserExtensionsPath BaseIntermediateOutputPath BaseOutputPath`,
  },
  {
    // PowerShell: about_Environment_Variables.
    reason: 'RUNS_IN_POWERSHELL',
    refused:
      'PSModulePath PSModuleAnalysisCachePath PSExecutionPolicyPreference PSHOME __PSLockdownPolicy POWERSHELL_*',
  },
];
