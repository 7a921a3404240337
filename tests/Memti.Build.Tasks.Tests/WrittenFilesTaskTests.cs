using Microsoft.Build.Framework;

namespace Memti.Build.Tasks.Tests;

/// <summary>Work on the list of written files, which cannot name any elsewhere.</summary>
public sealed class WrittenFilesTaskTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti written é ");

    public WrittenFilesTaskTests()
    {
        foreach (string file in (string[])["out/a.bin", "work/b.bin", "source.cs", "elsewhere/mine.bin"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
            File.WriteAllText(At(file), "");
        }

        Directory.CreateSymbolicLink(At("out/link"), At("elsewhere"));
        File.WriteAllLines(
            At("written.txt"),
            [
                "out/a.bin", "out/gone.bin", "work/b.bin", "source.cs", "out/../source.cs", "out/link/mine.bin", At("elsewhere/mine.bin"),
                "\0",
            ]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Clean_deletes_what_lies_in_its_folders_alone()
    {
        Prepare(new CleanWeights { WrittenList = "written.txt", Folders = ["out/", "work/"] }).Execute().ShouldBeTrue();

        (Exists("out/a.bin"), Exists("work/b.bin"), Exists("source.cs"), Exists("elsewhere/mine.bin")).ShouldBe((false, false, true, true));
    }

    [Fact]
    public void Files_are_found_with_the_path_at_which_they_shall_lie()
    {
        var find = new FindWeightFiles { WrittenList = "written.txt", Folders = ["out/"], DeployFolder = "memti/" };

        Prepare(find).Execute().ShouldBeTrue();

        ITaskItem found = find.Found.ShouldHaveSingleItem();
        (found.ItemSpec, found.GetMetadata("DeployPath")).ShouldBe((At("out/a.bin"), "memti/a.bin"));
    }

    [Fact]
    public void Without_a_list_there_is_nothing() =>
        Prepare(new CleanWeights { WrittenList = "none.txt", Folders = ["out/"] }).Execute().ShouldBeTrue();

    private bool Exists(string name) => File.Exists(At(name));

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private WrittenFilesTask Prepare(WrittenFilesTask task)
    {
        task.BuildEngine = new RecordingEngine();
        task.TaskEnvironment = TaskEnvironment.CreateWithProjectDirectoryAndEnvironment(_folder.FullName, null);
        return task;
    }
}
