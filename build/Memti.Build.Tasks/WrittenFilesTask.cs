using Microsoft.Build.Framework;

namespace Memti.Build.Tasks;

/// <summary>Work on the list of files that builds of a project wrote.</summary>
public abstract class WrittenFilesTask : Microsoft.Build.Utilities.Task, IMultiThreadableTask
{
    /// <summary>The list.</summary>
    [Required]
    public string WrittenList { get; set; } = "";

    /// <summary>Folders of the files. What the list names outside of them is left alone.</summary>
    [Required]
    public string[] Folders { get; set; } = [];

    /// <inheritdoc />
    public TaskEnvironment TaskEnvironment { get; set; } = TaskEnvironment.Fallback;

    /// <summary>The listed files in the folders, with their names there.</summary>
    private protected IReadOnlyList<(string File, string Name)> Listed() => WrittenFiles.Inside(
        TaskEnvironment.GetAbsolutePath(WrittenList),
        TaskEnvironment.ProjectDirectory,
        [.. Folders.Where(static folder => folder.Length > 0).Select(folder => (string)TaskEnvironment.GetAbsolutePath(folder))]);
}
