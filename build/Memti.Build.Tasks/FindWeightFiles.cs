using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Memti.Build.Tasks;

/// <summary>Finds the files that an earlier build of a project wrote: for publishing, for packages and for projects that refer to
/// it.</summary>
[MSBuildMultiThreadableTask]
public sealed class FindWeightFiles : WrittenFilesTask
{
    /// <summary>Folder in which they shall lie, such as <c>memti/</c>.</summary>
    public string DeployFolder { get; set; } = "";

    /// <summary>The files that are there, with metadata DeployPath.</summary>
    [Output]
    public ITaskItem[] Found { get; private set; } = [];

    /// <inheritdoc />
    public override bool Execute()
    {
        Found = [.. Listed().Where(static listed => File.Exists(listed.File)).Select(Item)];
        return true;
    }

    private TaskItem Item((string File, string Name) listed)
    {
        var item = new TaskItem(listed.File);
        string folder = DeployFolder.Replace('\\', '/').TrimEnd('/');
        item.SetMetadata("DeployPath", folder.Length == 0 ? listed.Name : $"{folder}/{listed.Name}");
        return item;
    }
}
