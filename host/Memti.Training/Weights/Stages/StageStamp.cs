using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Documents.Json;
using Memti.Training.Codes;
using Memti.Training.Weights.Inputs;

namespace Memti.Training.Weights.Stages;

/// <summary>Inputs and outputs of a finished stage, to decide whether it is up to date. Compares contents, not file times.</summary>
/// <param name="Request">SHA-256 of the parts of the request that the stage depends on.</param>
/// <param name="Inputs">Inputs, hashed before the stage ran.</param>
/// <param name="Beside">Files that the scenario refers to.</param>
/// <param name="Outputs">Outputs: folder, name in it and SHA-256.</param>
public sealed record StageStamp(
    string Request, IReadOnlyList<InputFile> Inputs, IReadOnlyList<string> Beside, IReadOnlyList<InputFile> Outputs)
{
    private const int Version = 2;
    private const string VersionKey = "memti_stamp", RequestKey = "request", InputsKey = "inputs", BesideKey = "beside";
    private const string OutputsKey = "outputs", RoleKey = "role", NameKey = "name", HashKey = "sha256";

    /// <summary>True when a stage with these inputs would produce the present files.</summary>
    /// <param name="request">SHA-256 of what the stage depends on in the request.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="isAsStated">True for an output that holds what is stated.</param>
    public bool IsOf(string request, IReadOnlyList<InputFile> inputs, Func<InputFile, bool> isAsStated)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Request == request && Inputs.SequenceEqual(inputs) && Outputs.All(isAsStated);
    }

    /// <summary>Inputs that changed, by role and name.</summary>
    public static IReadOnlyList<InputFile> Changed(IReadOnlyList<InputFile> before, IReadOnlyList<InputFile> after) =>
        [.. after.Where(input => !before.Contains(input))];

    /// <summary>Reads a stamp; null when it is missing, of another version or invalid.</summary>
    /// <param name="file">The stamp.</param>
    /// <param name="found">Is told of an invalid one. Default: null, for nobody.</param>
    public static StageStamp? Read(string file, Action<Diagnostic>? found = null)
    {
        if (!File.Exists(file))
            return null;
        try
        {
            JsonMembers stamp = SealedJson.Read(
                WholeFile.Read(file),
                new JsonFile(file, "stamp of a stage", TrainingCodes.RecordUnreadable, "The stage is run again."));
            return stamp.Whole(VersionKey) == Version ? Of(stamp) : null;
        }
        catch (MemtiException error) when (error.Diagnostic.Code == TrainingCodes.RecordUnreadable)
        {
            found?.Invoke(error.Diagnostic with { Severity = Severity.Warning });
            return null;
        }
    }

    /// <summary>Writes the stamp atomically.</summary>
    public void Write(string file) => WholeFile.Write(file, SealedJson.Write(new JsonObject
    {
        [VersionKey] = Version,
        [RequestKey] = Request,
        [InputsKey] = Files(Inputs),
        [BesideKey] = new JsonArray([.. Beside.Select(static file => JsonValue.Create(file))]),
        [OutputsKey] = Files(Outputs),
    }));

    private static StageStamp Of(JsonMembers stamp) =>
        new(stamp.Text(RequestKey), Files(stamp, InputsKey), stamp.Texts(BesideKey), Files(stamp, OutputsKey));

    private static JsonArray Files(IReadOnlyList<InputFile> files) =>
        [.. files.Select(static file => new JsonObject { [RoleKey] = file.Role, [NameKey] = file.Name, [HashKey] = file.Sha256 })];

    private static InputFile[] Files(JsonMembers stamp, string key) =>
        [.. stamp.Objects(key).Select(static file => new InputFile(file.Text(RoleKey), file.Text(NameKey), file.Text(HashKey)))];
}
