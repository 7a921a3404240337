using System.Xml;
using System.Xml.Linq;
using Microsoft.Build.Framework;

namespace Memti.Build.Tasks.Requests;

/// <summary>
/// Finds the line of an item or property in the project file that defines it. MSBuild does not pass it to tasks, so the file is read again,
/// once. Items that come from a property or wildcard are not found; their place is the file.
/// </summary>
internal sealed class ProjectPlaces
{
    private readonly Dictionary<string, XElement?> _projects = new(StringComparer.Ordinal);

    /// <summary>Place of an item's element, or of its metadata if written there.</summary>
    public DiagnosticLocation Of(ITaskItem item, string itemType, string? metadata = null)
    {
        string file = item.GetMetadata("DefiningProjectFullPath");
        XElement? element = Elements(file, itemType).FirstOrDefault(element => Includes(element, item.ItemSpec));
        XObject? part = metadata is null || element is null ? null : Part(element, metadata);
        return At(file, part ?? element);
    }

    // The last definition of a property wins in MSBuild.
    /// <summary>Place of a property in the built project.</summary>
    public DiagnosticLocation OfProperty(string project, string name) => At(project, Elements(project, name).LastOrDefault());

    private static XObject? Part(XElement element, string metadata) =>
        element.Attributes().FirstOrDefault(attribute => SameName(attribute.Name, metadata))
        ?? (XObject?)element.Elements().FirstOrDefault(child => SameName(child.Name, metadata));

    private static bool SameName(XName written, string name) => written.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool Includes(XElement element, string itemSpec) => (element.Attribute("Include")?.Value ?? "")
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Contains(itemSpec, StringComparer.OrdinalIgnoreCase);

    private static DiagnosticLocation At(string file, XObject? part)
    {
        if (part is not IXmlLineInfo place || !place.HasLineInfo())
            return new DiagnosticLocation(file);
        // The XML reader points after the angle bracket; MSBuild points at it.
        return new DiagnosticLocation(file, place.LineNumber, part is XElement ? place.LinePosition - 1 : place.LinePosition);
    }

    private IEnumerable<XElement> Elements(string file, string name)
    {
        if (!_projects.TryGetValue(file, out XElement? root))
            _projects[file] = root = Read(file);
        return root?.Descendants().Where(element => SameName(element.Name, name)) ?? [];
    }

    private static XElement? Read(string file)
    {
        try
        {
            return XDocument.Load(file, LoadOptions.SetLineInfo).Root;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or XmlException or ArgumentException)
        {
            return null;
        }
    }
}
