namespace Memti.Training.Datasets.Sources;

/// <summary>Facts about public datasets, looked up by words in their names.</summary>
internal static class KnownSets
{
    /// <summary>Datasets whose labels survive a horizontal flip. Unknown datasets are assumed not to.</summary>
    private static readonly string[] MayMirror = ["cifar", "imagenet", "fashion", "texture", "pedestrian", "person"];

    private static readonly (string Name, string Terms)[] Terms =
    [
        ("imagenet", "ImageNet terms of access: non-commercial research and education; the images belong to their authors"),
        (
            "cifar",
            "no formal licence; its authors ask for the citation of Krizhevsky, Learning Multiple Layers of Features from Tiny "
                + "Images, 2009"),
        ("gtsrb", "released by its authors for research (Stallkamp et al., Neural Networks 2012)"),
        ("omniglot", "MIT, Copyright 2015 Brenden Lake"),
        ("fashion", "MIT, Copyright 2017 Zalando SE"),
    ];

    public static bool PermitsMirror(string name) => MayMirror.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    public static string? TermsOf(string name) =>
        Terms.FirstOrDefault(entry => name.Contains(entry.Name, StringComparison.OrdinalIgnoreCase)).Terms;
}
