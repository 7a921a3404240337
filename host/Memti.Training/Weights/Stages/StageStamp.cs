using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.Training.Weights.Inputs;

namespace Memti.Training.Weights.Stages;

/// <summary>Inputs and outputs of a finished stage, to decide whether it is up to date. Compares contents, not file times.</summary>
/// <param name="Request">SHA-256 of the parts of the request that the stage depends on.</param>
/// <param name="Inputs">Inputs, hashed before the stage ran.</param>
/// <param name="Beside">Files that the scenario refers to.</param>
/// <param name="Outputs">Outputs: path and SHA-256.</param>
public sealed record StageStamp(
    string Request, IReadOnlyList<InputFile> Inputs, IReadOnlyList<string> Beside, IReadOnlyList<InputFile> Outputs)
{
    private const int Version = 1;
    private const string Output = "output";

    /// <summary>Hashes the present contents of files.</summary>
    /// <param name="names">The files.</param>
    /// <param name="at">Where a file of a name lies.</param>
    public static IReadOnlyList<InputFile> Hash(IEnumerable<string> names, Func<string, string> at) =>
        [.. names.Select(name => new InputFile(Output, name, FileHash.OrMissing(at(name))))];

    /// <summary>True when a stage with these inputs would produce the present files.</summary>
    /// <param name="request">SHA-256 of what the stage depends on in the request.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="at">Where an output of a name lies.</param>
    public bool IsOf(string request, IReadOnlyList<InputFile> inputs, Func<string, string> at)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Request == request
            && Inputs.SequenceEqual(inputs)
            && Outputs.SequenceEqual(Hash(Outputs.Select(static output => output.Name), at));
    }

    /// <summary>Inputs that changed, by role and name.</summary>
    public static IReadOnlyList<InputFile> Changed(IReadOnlyList<InputFile> before, IReadOnlyList<InputFile> after) =>
        [.. after.Where(input => !before.Contains(input))];

    /// <summary>Reads a stamp; null when it is missing or invalid.</summary>
    public static StageStamp? Read(string file)
    {
        if (!File.Exists(file))
            return null;
        try
        {
            return JsonNode.Parse(WholeFile.Read(file)) is JsonObject stamp && (int?)stamp["memti_stamp"] == Version ? Of(stamp) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or NullReferenceException)
        {
            return null;
        }
    }

    /// <summary>Writes the stamp atomically.</summary>
    public void Write(string file) => WholeFile.Write(file, System.Text.Encoding.UTF8.GetBytes(JsonText.Of(new JsonObject
    {
        ["memti_stamp"] = Version,
        ["request"] = Request,
        ["inputs"] = Files(Inputs),
        ["beside"] = new JsonArray([.. Beside.Select(static file => JsonValue.Create(file))]),
        ["outputs"] = Files(Outputs),
    })));

    private static StageStamp Of(JsonObject stamp) => new(
        (string)stamp["request"]!,
        Files(stamp["inputs"]!.AsArray()),
        [.. stamp["beside"]!.AsArray().Select(static file => (string)file!)],
        Files(stamp["outputs"]!.AsArray()));

    private static JsonArray Files(IReadOnlyList<InputFile> files) =>
        [.. files.Select(static file => new JsonObject { ["role"] = file.Role, ["name"] = file.Name, ["sha256"] = file.Sha256 })];

    private static InputFile[] Files(JsonArray files) =>
        [.. files.Select(static file => new InputFile((string)file!["role"]!, (string)file["name"]!, (string)file["sha256"]!))];
}
