using System.Reflection;

namespace Dari.Corpus.Checks;

/// <summary>How a call ended: with a value, with nothing, or with an exception. Of a file the value is its text.</summary>
internal sealed record CallResult(object? Value, Exception? Exception)
{
    public static CallResult Of(object group, MethodInfo method, object?[] arguments)
    {
        try
        {
            object? returned = method.Invoke(group, arguments);
            if (returned is Task task)
            {
                task.GetAwaiter().GetResult();
                object? value = task.GetType().GetProperty("Result")?.GetValue(task);
                if (value is not FileDownload file)
                {
                    return new CallResult(value, null);
                }

                using (file)
                using (var reader = new StreamReader(file.Content))
                {
                    return new CallResult(reader.ReadToEnd(), null);
                }
            }

            Type item = method.ReturnType.GetGenericArguments()[0];
            return new CallResult(
                typeof(CallResult).GetMethod(nameof(Drain), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [returned]),
                null);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            return new CallResult(null, inner);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new CallResult(null, exception);
        }
    }

    private static List<T> Drain<T>(IAsyncEnumerable<T> items) => items.ToListAsync().AsTask().GetAwaiter().GetResult();
}
