using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;

namespace Memti.Trainers.Tasks;

/// <summary>Numbers of classes of the visual decathlon's datasets, by their names in the literature.</summary>
/// <remarks>Rebuffi, Bilen, Vedaldi, NIPS 2017, section 4.</remarks>
public static class KnownTasks
{
    private static readonly SortedDictionary<string, int> ClassesByName = new(StringComparer.Ordinal)
    {
        ["aircraft"] = 100,
        ["cifar100"] = 100,
        ["daimlerpedcls"] = 2,
        ["dtd"] = 47,
        ["gtsrb"] = 43,
        ["imagenet"] = 1000,
        ["omniglot"] = 1623,
        ["svhn"] = 10,
        ["ucf101"] = 101,
        ["vgg-flowers"] = 102,
    };

    /// <summary>Number of classes that the scenario requests, or that of the dataset with the task's name.</summary>
    public static int Classes(TaskRequest request)
    {
        if (request.Classes is { } classes)
            return classes >= 2 ? classes : throw TooFew(classes);
        return ClassesByName.TryGetValue(request.Name, out int known) ? known : throw Unknown(request.Name);
    }

    private static MemtiException TooFew(int classes)
    {
        string text = classes.ToString(CultureInfo.InvariantCulture);
        return new MemtiException(new Diagnostic(DiagnosticCode.ValueOutOfRange, $"'classes' is {text}; permitted: 2 or more.")
        {
            Key = "classes",
            Value = text,
            Permitted = "2 or more",
        });
    }

    private static MemtiException Unknown(string name)
    {
        string names = string.Join(", ", ClassesByName.Keys);
        string message = $"task '{name}' is not known; give its 'classes', or use one of: {names}.";
        return new MemtiException(new Diagnostic(DiagnosticCode.UnknownName, message) { Key = "tasks", Value = name, Permitted = names });
    }
}
