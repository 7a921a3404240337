using System.Reflection;
using Microsoft.Build.Framework;

namespace Memti.Build.Tasks.Tests;

/// <summary>A stage over a worker that does what a script says.</summary>
internal sealed class StageRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti stage é ");

    public static string Worker { get; } =
        typeof(StageRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(
            static attribute => attribute.Key == "TestWorker").Value!;

    public RecordingEngine Engine { get; } = new();

    public string Folder => _folder.FullName;

    public string InFolder(string name) => Path.Combine(Folder, name);

    public TStage Stage<TStage>(params string[] script)
        where TStage : WeightStage, new() => (TStage)Prepare(new TStage(), script);

    public WeightStage Prepare(WeightStage stage, params string[] script)
    {
        File.WriteAllLines(InFolder("script.txt"), script);
        stage.BuildEngine = Engine;
        stage.Request = "script.txt";
        stage.WorkerAssembly = Worker;
        stage.TaskEnvironment = TaskEnvironment.CreateWithProjectDirectoryAndEnvironment(Folder, null);
        return stage;
    }

    public bool Run(params string[] script) => Stage<RetrainAdapters>(script).Execute();

    public void Dispose() => _folder.Delete(recursive: true);
}
