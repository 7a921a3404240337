using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Codes;
using Memti.Training.Datasets.Contents;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Folders;

/// <summary>
/// Reads a folder of pictures: <c>train/CLASS/*</c>, <c>val/CLASS/*</c> and <c>test/CLASS/*</c>, or only <c>CLASS/*</c>. Classes and files
/// are in ordinal order of their names. All pictures are scaled to one size with a box filter, whatever their aspect ratio.
/// </summary>
internal sealed class PictureFolder
{
    /// <summary>Rows and columns of pictures, where the user names no size.</summary>
    public const int UsualSize = 32;

    private static readonly string[] TrainNames = ["train", "training"], ValidationNames = ["val", "valid", "validation"],
        TestNames = ["test", "testing"];

    private readonly SourceText _text;
    private readonly DatasetOptions _options;
    private readonly UnusedFiles _unused;
    private readonly PartFolder _train;
    private readonly PartFolder? _validation, _test;

    private PictureFolder(SourceText text, DatasetOptions options)
    {
        (_text, _options, _unused) = (text, options, new UnusedFiles(text.Place));
        string? train = PartOf(text.Place, TrainNames);
        _train = PartFolder.Find(train ?? text.Place, train is null, _unused);
        if (train is null)
            return;
        (_validation, _test) = (Part(ValidationNames), Part(TestNames));
        foreach (string other in FileManagerFile.OtherFolders(text.Place)
            .Where(inner => inner != train && inner != _validation?.Path && inner != _test?.Path))
            _unused.AddFolder(other, "no part");
        _unused.Add(FileManagerFile.Others(text.Place), "no part");
    }

    public static bool IsThere(string folder) => Directory.Exists(folder)
        && FileManagerFile.OtherFolders(PartOf(folder, TrainNames) ?? folder).Any(PartFolder.HoldsPictures);

    /// <summary>Reads the pictures.</summary>
    /// <param name="text">The source.</param>
    /// <param name="options">Size, and whether the user asks for shares.</param>
    /// <param name="tracks">True when names of files tell which pictures show one object; null when lists of GTSRB beside them
    /// decide.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="MemtiException">Any error of reading.</exception>
    public static ImageParts Read(SourceText text, DatasetOptions options, bool? tracks, CancellationToken cancellation) =>
        new PictureFolder(text, options).Read(tracks, cancellation);

    private ImageParts Read(bool? tracks, CancellationToken cancellation)
    {
        PartFit.AtLeastTwoClasses(_train.Path, _train.Classes.Count);
        (PartFolder? validation, PartFolder? test) = Roles();
        Require(validation);
        Require(test);
        _unused.Add(_train.Loose.Where(file => _train.Path != _text.Place), "no class");
        PictureSet pictures = _train.Pictures(_text.Name, _train.Classes);
        ImageSet? Images(PartFolder? part) => part?.Pictures(_text.Name, _train.Classes).Read(_options.Size ?? UsualSize, cancellation);
        return new ImageParts(_text.Name, Images(_train)!, Images(test))
        {
            Validation = Images(validation),
            Groups = tracks ?? GtsrbLists.AreIn(_train.Path) ? PictureGroups.Of(pictures.Files, pictures.Labels) : null,
            ClassNames = _train.Classes,
            Terms = KnownSets.TermsOf(_text.Name),
            MayMirror = KnownSets.PermitsMirror(_text.Name),
            NotUsed = _unused.Entries,
        };
    }

    /// <summary>Which folder is which part: pictures to validate with are those to test with, when there are no others with a
    /// class.</summary>
    private (PartFolder? Validation, PartFolder? Test) Roles()
    {
        bool hasTest = _test is { Classes.Count: > 0 }, hasValidation = _validation is { Classes.Count: > 0 };
        if (_test is not null && !hasTest && !hasValidation && !_options.AsksForTestShare)
            throw DataFile.Missing(
                _test.Path,
                $"the test part has no pictures with a class: its {_test.Loose.Count} files are in no folder of a class. Sort them, or ask "
                    + "for a share of the training pictures with ?test_share=0.2.");
        string validationName = Path.GetFileName(_validation?.Path) ?? "";
        if (_test is not null && !hasTest)
            _unused.Add(_test.Loose, hasValidation ? $"no class; {validationName}/ is the test part" : "no class");
        else if (_test is not null)
            _unused.Add(_test.Loose, "no class");
        if (hasTest && hasValidation && _options.AsksForValidationShare)
            _unused.AddFolder(_validation!.Path, "a share of the training pictures is asked for");
        if (!hasTest)
            return (null, hasValidation ? _validation : null);
        return (hasValidation && !_options.AsksForValidationShare ? _validation : null, _test);
    }

    /// <summary>A part has no class that is never trained.</summary>
    private void Require(PartFolder? part)
    {
        if (part?.Classes.FirstOrDefault(name => !_train.Classes.Contains(name)) is { } unknown)
            throw new MemtiException(
                new Diagnostic(
                    DatasetCodes.LabelOutOfRange,
                    $"the {Path.GetFileName(part.Path)} images have the class '{unknown}', which the training images do not have.")
                {
                    File = Path.Combine(part.Path, unknown),
                    Value = unknown,
                    Permitted = string.Join(", ", _train.Classes),
                });
    }

    private PartFolder? Part(string[] names) =>
        PartOf(_text.Place, names) is { } folder ? PartFolder.Find(folder, false, _unused) : null;

    private static string? PartOf(string folder, string[] names) => names
        .Select(name => FileManagerFile.OtherFolders(folder)
            .FirstOrDefault(inner => string.Equals(Path.GetFileName(inner), name, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(static inner => inner is not null);
}
