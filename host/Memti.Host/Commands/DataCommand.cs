using System.CommandLine;
using Memti.Host.Rendering;
using Memti.Training.Datasets;

namespace Memti.Host.Commands;

/// <summary><c>memti data</c>: lists sources of datasets, and describes one.</summary>
internal static class DataCommand
{
    private static readonly Option<string> Format = FormatOption.TableJson();

    public static Argument<string> Source { get; } = new("source")
    {
        Description = "A drawn task such as generated:signs, fashion-mnist, the prefix of IDX files, or a folder; options follow a "
            + "question mark, as in generated:signs?train=2000&seed=3. See memti data list.",
    };

    public static Command Create()
    {
        var list = new Command("list", "List the forms that the name of a dataset can have.") { Format };
        list.SetAction(static parsed => List(parsed.GetRequiredValue(Format)));
        var describe = new Command("describe", "Read a dataset and print its parts, classes, statistics and content hash.") {
            Source,
            Format
        };
        describe.SetAction(
            static (parsed, cancellation) =>
                Task.FromResult(Describe(parsed.GetRequiredValue(Source), parsed.GetRequiredValue(Format), cancellation)));
        return new Command("data", "Inspect datasets.") { list, describe, DataSheetCommand.Create() };
    }

    private static int List(string format)
    {
        Console.Out.Write(format == "json" ? DatasetFormList.Json(DatasetSource.Forms) : DatasetFormList.Table(DatasetSource.Forms));
        return ExitCode.Done;
    }

    private static int Describe(string source, string format, CancellationToken cancellation)
    {
        Dataset set = DatasetSource.Read(source, null, cancellation);
        Console.Out.Write(format == "json" ? DatasetDescription.Json(set) : DatasetDescription.Table(set));
        return ExitCode.Done;
    }
}
