using System.Text.Json;

namespace Memti.Arrays.Technology;

/// <summary>Reads the technology tables embedded in the assembly.</summary>
internal static class EmbeddedTable
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>The table of a resource name.</summary>
    public static T Read<T>(string name)
    {
        using Stream stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, Format)!;
    }
}
