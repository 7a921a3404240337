using System.Text.Json.Nodes;

namespace Memti.Tests;

/// <summary>Writes the <c>.deps.json</c> that the SDK puts beside a plugin.</summary>
internal static class DependencyFile
{
    private const string Target = ".NETCoreApp,Version=v10.0";

    public static void Write(string assemblyFile, string? library)
    {
        string plugin = Path.GetFileNameWithoutExtension(assemblyFile);
        JsonObject assets = new() { [Key(plugin)] = Assets(plugin) };
        JsonObject kinds = new() { [Key(plugin)] = Kind() };
        if (library is not null)
            (assets[Key(library)], kinds[Key(library)]) = (Assets(library), Kind());
        JsonObject file = new()
        {
            ["runtimeTarget"] = new JsonObject { ["name"] = Target, ["signature"] = "" },
            ["targets"] = new JsonObject { [Target] = assets },
            ["libraries"] = kinds,
        };
        File.WriteAllText(Path.ChangeExtension(assemblyFile, ".deps.json"), file.ToJsonString());
    }

    private static string Key(string assembly) => assembly + "/1.0.0";

    private static JsonObject Assets(string assembly) => new() { ["runtime"] = new JsonObject { [assembly + ".dll"] = new JsonObject() } };

    private static JsonObject Kind() => new() { ["type"] = "project", ["serviceable"] = false, ["sha512"] = "" };
}
