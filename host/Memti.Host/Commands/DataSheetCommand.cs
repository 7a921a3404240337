using System.CommandLine;
using Memti.Abstractions.Training;
using Memti.Documents.Files;
using Memti.Documents.Parameters;
using Memti.Training.Datasets;
using Memti.Training.Datasets.Pictures;
using Memti.Training.Datasets.Sheets;

namespace Memti.Host.Commands;

/// <summary><c>memti data sheet</c>: draws sample images of each class on one picture.</summary>
internal static class DataSheetCommand
{
    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "File to write, *.png or *.ppm. An existing file is overwritten.",
        HelpName = "FILE",
        Required = true
    };

    private static readonly Option<string> Part = new("--part")
    {
        Description = "Part of the dataset.",
        DefaultValueFactory = static _ => "train"
    };

    private static readonly Option<int> Columns = new KeyOption<int>(
        new DocumentKey<int>("columns", "Pictures of each class", 1, 64) { Fallback = 12 });

    private static readonly Option<int> Zoom = new KeyOption<int>(
        new DocumentKey<int>("zoom", "Size on the sheet of one pixel of a picture", 1, 8) { Unit = "pixels", Fallback = 2 });

    public static Command Create()
    {
        Part.AcceptOnlyFromAmong("train", "validation", "test");
        Output.Validators.Add(static result =>
        {
            if (Path.GetExtension(result.GetValue(Output))?.ToUpperInvariant() is not (".PNG" or ".PPM"))
                result.AddError("--output must end in .png or .ppm.");
        });
        var command = new Command("sheet", "Write a contact sheet: a row of pictures for each class, at most 64 rows.") {
            DataCommand.Source,
            Output,
            Part,
            Columns,
            Zoom
        };
        command.SetAction(static (parsed, cancellation) => Task.FromResult(Write(parsed, cancellation)));
        return command;
    }

    private static int Write(ParseResult parsed, CancellationToken cancellation)
    {
        Dataset set = DatasetSource.Read(parsed.GetRequiredValue(DataCommand.Source), null, cancellation);
        ImageSet images = parsed.GetValue(Part) switch { "validation" => set.Validation, "test" => set.Test, _ => set.Train };
        string output = parsed.GetRequiredValue(Output);
        Picture sheet = ContactSheet.Draw(images, parsed.GetValue(Columns), parsed.GetValue(Zoom));
        WholeFile.WriteOutput(output, PictureFile.Encode(sheet, Path.GetExtension(output)));
        return ExitCode.Done;
    }
}
