using Memti.Abstractions;
using Memti.Hosting;

namespace Memti.Weights;

/// <summary>
/// The frame of a stage: nothing is done when its stamp says that everything is there; inputs are hashed before and again after, so that what was changed meanwhile
/// is found; the stamp is written last.
/// </summary>
internal sealed class Stage(string name, WeightRequest request, string content)
{
    private readonly string _file = new StageFiles(request).Stamp(name);

    /// <summary>The finished stage, when it need not run again.</summary>
    /// <param name="inputs">Inputs that the stage before left.</param>
    public StageStamp? Finished(IReadOnlyList<InputFile> inputs) =>
        StageStamp.Read(_file) is { } stamp && stamp.IsOf(content, [.. Inputs(stamp.Beside), .. inputs]) ? stamp : null;

    /// <summary>Runs the stage.</summary>
    /// <param name="catalog">The loaded plugins.</param>
    /// <param name="inputs">Inputs that the stage before left; asked for again at the end.</param>
    /// <param name="run">Does the work; gives the files that it left, none when it failed.</param>
    public StageResult Run(PluginCatalog catalog, Func<IReadOnlyList<InputFile>> inputs, Func<WeightProject, IReadOnlyList<StageOutput>> run)
    {
        File.Delete(_file);
        IReadOnlyList<InputFile> before = Inputs([]);
        if (WeightProject.Open(request, catalog, out IReadOnlyList<Diagnostic> findings) is not { } project)
            return StageResult.Failed(findings);
        IReadOnlyList<string> beside = project.Beside;
        before = [.. before, .. InputFiles.Beside(beside), .. inputs()];
        IReadOnlyList<StageOutput> outputs = run(project);
        if (outputs.Count == 0)
            return StageResult.Failed(findings);
        if (StageStamp.Changed(before, [.. Inputs(beside), .. inputs()]) is [InputFile changed, ..])
            return StageResult.Failed([.. findings, Changed(changed)]);
        new StageStamp(content, before, beside, StageStamp.Hash(outputs.Select(static output => output.File))).Write(_file);
        return new StageResult(false, outputs, findings);
    }

    private IReadOnlyList<InputFile> Inputs(IReadOnlyList<string> beside) => [.. InputFiles.Of(request), .. InputFiles.Beside(beside)];

    private static Diagnostic Changed(InputFile input) => new(
        DiagnosticCode.InputChanged, $"{input.Role} '{input.Name}' was changed while it was used; what was made of it is not kept. Build again.")
    {
        File = input.Name,
        Key = input.Role,
        Value = input.Sha256,
    };
}
