using Dari.IdempotencyWorker;

// A process that tests kill. "append JOURNAL COUNT MAXBYTES" keeps calls in a journal; "call JOURNAL URL COUNT POINT SEND" makes
// COUNT calls and dies at a point of the SENDth that really leaves.
switch (args)
{
    case ["append", string journal, string count, string maxBytes]:
        await Appender.RunAsync(journal, int.Parse(count), long.Parse(maxBytes));
        break;
    case ["call", string journal, string url, string count, string point, string send]:
        await Caller.RunAsync(journal, new Uri(url), int.Parse(count), new KillPoint(point, int.Parse(send)));
        break;
    default:
        throw new ArgumentException("Not a role: " + string.Join(' ', args));
}
