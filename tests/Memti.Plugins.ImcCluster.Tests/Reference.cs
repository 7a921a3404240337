using System.Text.Json;

namespace Memti.Plugins.ImcCluster.Tests;

/// <summary>Reference data beside the repository.</summary>
internal static class Reference
{
    internal const string Cluster = "imc-cluster.json";

    internal const string Analog = "golden-analog-peers.json";

    internal static JsonElement Of(string file) => JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Reference(file))).RootElement;
}
