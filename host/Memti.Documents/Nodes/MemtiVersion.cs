using System.Reflection;

namespace Memti.Documents.Nodes;

/// <summary>The version of Memti that runs, as reports and manifests name it.</summary>
public static class MemtiVersion
{
    /// <summary>Such as <c>0.1.0</c>; what the build adds after a plus is left out.</summary>
    public static string Current { get; } =
        typeof(MemtiVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? "unknown";
}
