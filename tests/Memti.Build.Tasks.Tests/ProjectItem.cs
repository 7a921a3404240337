using System.Collections;
using Microsoft.Build.Framework;

namespace Memti.Build.Tasks.Tests;

/// <summary>An item of a project file, as MSBuild would hand it over.</summary>
internal sealed class ProjectItem(string project, string itemSpec, params (string Name, string Value)[] metadata) : ITaskItem
{
    public string ItemSpec { get; set; } = itemSpec;

    public ICollection MetadataNames => metadata.Select(static pair => pair.Name).ToArray();

    public int MetadataCount => metadata.Length;

    public string GetMetadata(string metadataName) => metadataName == "DefiningProjectFullPath"
        ? project
        : metadata.FirstOrDefault(pair => pair.Name.Equals(metadataName, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    public IDictionary CloneCustomMetadata() => metadata.ToDictionary(static pair => pair.Name, static pair => pair.Value);

    public void SetMetadata(string metadataName, string metadataValue) => throw new NotSupportedException();

    public void RemoveMetadata(string metadataName) => throw new NotSupportedException();

    public void CopyMetadataTo(ITaskItem destinationItem) => throw new NotSupportedException();
}
